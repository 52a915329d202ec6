/** Who calls: API keys for REST, sessions for the console; what browsers may do with our pages. */
package org.koppel.web.security;
