/** What runs at the methods that rules chose. */
package io.peertap.operations.tap;
