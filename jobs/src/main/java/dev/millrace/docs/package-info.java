/** Pages about tables, lineage and settings, made from what the code and the built-in configurations declare. */
package dev.millrace.docs;
