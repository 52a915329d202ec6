/**
 * Our own formats: {@code koppel-xml} and {@code koppel-json}, which are the records field by field, and {@code koppel-order}, the JSON in
 * which the shop hands over a cart that needs no approval.
 */
package org.koppel.codec.own;
