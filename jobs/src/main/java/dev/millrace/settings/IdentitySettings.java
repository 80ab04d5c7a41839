package dev.millrace.settings;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * By what customer numbers are known to be one person's.
 *
 * @param keys SQL over the columns of a customer for each key, by name; customers with the same value are one person
 * @param maxShared the most customers that one value links; a value that more of them share is nobody's own
 */
public record IdentitySettings(Map<String, String> keys, int maxShared) {

    public IdentitySettings {
        keys = new LinkedHashMap<>(keys);
    }
}
