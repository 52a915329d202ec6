/** The buyer's shop of one punch-out visit: pages and form posts below {@code /shop/{token}/}, without session and cookie. */
package org.koppel.web.shop;
