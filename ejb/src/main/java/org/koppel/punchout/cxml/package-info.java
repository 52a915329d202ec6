/** cXML PunchOut: a PunchOutSetupRequest opens a visit, a PunchOutOrderMessage brings the cart home. */
package org.koppel.punchout.cxml;
