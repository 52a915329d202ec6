/**
 * Punch-out by IDS Connect 2.5, the interface of German craftsmen's software (ITEK): a browser form opens the shop, a basket
 * travels as XML in a form field, both ways.
 */
package org.koppel.punchout.ids;
