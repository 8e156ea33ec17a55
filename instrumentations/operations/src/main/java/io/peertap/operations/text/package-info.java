/** Small help with what people write. */
package io.peertap.operations.text;
