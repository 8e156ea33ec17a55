/** What the testkit itself promises. */
package io.peertap.test;
