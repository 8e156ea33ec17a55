/** An application under the agent, whose numbers are compared with what it did. */
package io.peertap.operations.truth;
