/**
 * Ways in: places of partners that are visited on a schedule. {@link org.koppel.inbound.pickup.PickupTimer} claims what is due for
 * this node, {@link org.koppel.inbound.pickup.PickupRun} makes one visit, {@link org.koppel.inbound.pickup.FileIntake} stores a file
 * and the note that it was taken in one transaction, and only then it is moved away.
 */
package org.koppel.inbound.pickup;
