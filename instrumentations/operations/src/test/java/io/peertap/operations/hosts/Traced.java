package io.peertap.operations.hosts;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A mark of the application's own. */
@Retention(RetentionPolicy.CLASS)
public @interface Traced {}
