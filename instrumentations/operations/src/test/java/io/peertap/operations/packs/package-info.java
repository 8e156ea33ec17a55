/** The worked rule packs of the documentation, driven and counted. */
package io.peertap.operations.packs;
