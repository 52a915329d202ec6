/** Despatch advices: goods of an order are on their way, and the buyer is told. */
package org.koppel.despatch;
