package org.koppel.transport.as2;

import com.helger.commons.equals.EqualsImplementationRegistry;
import com.helger.commons.hashcode.HashCodeImplementationRegistry;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;

/**
 * Lets ph-commons 11, on which as2-lib stands, begin beside ph-jaxb-adapter 12.1.0, on which the rules of Peppol stand: that one still
 * announces two services of version 11 whose classes it does not have any more, and ph-commons 11 gives up at the first of them
 * (docs/decisions/0104).
 */
final class WithoutStaleServices extends ClassLoader {
    private static final Set<String> STALE = Set.of(
            "META-INF/services/com.helger.commons.equals.IEqualsImplementationRegistrarSPI",
            "META-INF/services/com.helger.commons.hashcode.IHashCodeImplementationRegistrarSPI");

    private WithoutStaleServices(ClassLoader parent) {
        super(parent);
    }

    /** Once, before anything else of as2-lib. */
    static void begin() {
        Thread here = Thread.currentThread();
        ClassLoader before = here.getContextClassLoader();
        here.setContextClassLoader(new WithoutStaleServices(Library.class.getClassLoader()));
        try {
            EqualsImplementationRegistry.getInstance();
            HashCodeImplementationRegistry.getInstance();
        } finally {
            here.setContextClassLoader(before);
        }
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return STALE.contains(name) ? Collections.emptyEnumeration() : super.getResources(name);
    }
}
