/** The entrance for AS2: one address for all partners, who are told apart by their names. */
package org.koppel.web.as2;
