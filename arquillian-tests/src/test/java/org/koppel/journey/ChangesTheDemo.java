package org.koppel.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Changes for a moment what others rely on, as what bouwgroep has agreed, or the mail server: not while pages are looked at. Comes late, so
 * that it need not wait for that.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ResourceLock(ChangesTheDemo.LOCK)
@Order(ChangesTheDemo.LATE)
@interface ChangesTheDemo {
    String LOCK = "what the demo is like";
    int LATE = Integer.MAX_VALUE;
}
