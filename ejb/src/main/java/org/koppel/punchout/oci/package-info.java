/** Punch-out by SAP OCI 4.0: the call, and the cart as form fields. */
package org.koppel.punchout.oci;
