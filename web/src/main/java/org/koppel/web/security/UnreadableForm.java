package org.koppel.web.security;

import java.util.List;

/**
 * Multipart bodies that are none: without a boundary, cut off, larger than agreed, or with a part that has no name. Undertow and
 * RESTEasy say so with exceptions of any type; only where those come from tells them from failures of the machine.
 */
public final class UnreadableForm {
    private static final List<String> PARSERS = List.of(
            "io.undertow.server.handlers.form.",
            "io.undertow.util.MultipartParser",
            "io.undertow.util.Headers",
            "io.undertow.servlet.spec.HttpServletRequestImpl", // getParts
            "org.jboss.resteasy.plugins.providers.multipart.",
            "org.apache.james.mime4j.");

    private static final int DEEPEST = 10;

    private UnreadableForm() {}

    /** Whether the body of the request is to blame. */
    public static boolean isCauseOf(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; i < DEEPEST && cause != null; i++) {
            if (isThrownByAParser(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** The first place that is not Java's own: {@code String.charAt} throws for the parser that called it. */
    private static boolean isThrownByAParser(Throwable cause) {
        for (StackTraceElement place : cause.getStackTrace()) {
            if (!place.getClassName().startsWith("java.")) {
                return PARSERS.stream().anyMatch(place.getClassName()::startsWith);
            }
        }
        return false;
    }
}
