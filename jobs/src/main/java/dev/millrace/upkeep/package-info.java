/** What keeps a lake sound: the doctor that looks, and the upkeep that tidies. */
package dev.millrace.upkeep;
