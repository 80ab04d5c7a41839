package dev.millrace.settings;

/**
 * Who the lake belongs to.
 *
 * @param name shown in reports
 * @param currency ISO 4217 code of the currency of all amounts
 */
public record CompanySettings(String name, String currency) {}
