package org.tron.core.store;

/** Only named by signatures. */
public interface DynamicPropertiesStore {}
