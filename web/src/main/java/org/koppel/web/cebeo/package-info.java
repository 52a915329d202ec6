/** The entrance for CebeoXML: one address, the password in the message. */
package org.koppel.web.cebeo;
