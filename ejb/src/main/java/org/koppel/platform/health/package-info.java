/**
 * The readiness check. Packed as a JAR of its own for the archive's {@code lib}: of an EAR, WildFly asks only checks that lie
 * there (WFLY-12835), hence nothing here may use another package of Koppel.
 */
package org.koppel.platform.health;
