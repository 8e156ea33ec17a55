/** An application that rules are written for. */
package io.peertap.operations.hosts;
