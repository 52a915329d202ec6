/** Questions and actions of the console and the API: find, inspect, resend. */
package org.koppel.operations;
