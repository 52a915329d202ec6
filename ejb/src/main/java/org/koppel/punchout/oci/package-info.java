/** Punch-out by SAP OCI 2.0 to 5.0: the call, its functions, and the cart as form fields in a customer's dialect. */
package org.koppel.punchout.oci;
