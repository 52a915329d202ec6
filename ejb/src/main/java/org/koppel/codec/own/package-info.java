/** Koppel's own JSON of an order: how the shop hands over a cart that needs no approval. Never recognised, only named. */
package org.koppel.codec.own;
