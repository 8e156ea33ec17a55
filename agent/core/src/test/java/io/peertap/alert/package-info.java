/** Rules, what they print, and what they are worth. */
package io.peertap.alert;
