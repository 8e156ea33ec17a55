/** Kwik of every version, over links that lose. */
package io.peertap.kwik;
