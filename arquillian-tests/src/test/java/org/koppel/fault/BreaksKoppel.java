package org.koppel.fault;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Runs on the Koppel that may be broken: beside the journeys, which have one of their own, and never beside another class
 * that breaks it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BreakableKoppel.class)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the Koppel that may be broken")
@interface BreaksKoppel {}
