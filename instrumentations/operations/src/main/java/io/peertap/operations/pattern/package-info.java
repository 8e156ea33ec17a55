/** Which classes and methods a rule means. */
package io.peertap.operations.pattern;
