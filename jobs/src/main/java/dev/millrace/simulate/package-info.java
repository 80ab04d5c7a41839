/**
 * A company's raw data with known truth, at any scale: files as a source would deliver them, with the dirt that real deliveries have,
 * and beside them what was planted, so that whoever claims to find it can be checked.
 */
package dev.millrace.simulate;
