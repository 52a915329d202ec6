/**
 * Questions and actions of the people who run Koppel: find, inspect, replay, resend, audit, and who may log in to the console.
 * The queries are read models: plain rows by native SQL, shared by REST and console.
 */
package org.koppel.operations;
