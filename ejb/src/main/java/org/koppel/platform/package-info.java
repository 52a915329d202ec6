/** What every package may lean on: clock, configuration, JSON, encryption of secrets, database set-up, health. */
package org.koppel.platform;
