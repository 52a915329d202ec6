/** Where buyers' systems come in: OCI. Logs no parameters: they hold passwords. */
package org.koppel.web.punchout;
