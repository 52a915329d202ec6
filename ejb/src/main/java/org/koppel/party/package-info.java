/** Who we trade with: customers, sites, buyers, identifiers, credentials, agreed channels, and the supplier itself. */
package org.koppel.party;
