/** Checks which package may know which. */
package io.peertap.architecture;
