/** CebeoXML 2.0: orders and their answers in the house XML of a Belgian wholesaler, whose clients many installers have. */
package org.koppel.codec.cebeo;
