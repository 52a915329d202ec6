package org.koppel.web.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A console address that may be posted to by pages that do not say where they are from, as the shop's: its address is a secret of
 * the person who is logged in, and it takes nothing but what that person is waiting for.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface FromAnywhere {}
