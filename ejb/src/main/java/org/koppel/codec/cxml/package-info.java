/** cXML 1.2: envelope, orders in, acknowledgements and service profile out. */
package org.koppel.codec.cxml;
