/** Reading what people write, line by line, and saying what would be accepted. */
package io.peertap.text;
