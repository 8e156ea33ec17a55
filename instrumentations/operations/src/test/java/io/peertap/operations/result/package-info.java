/** Results of the real libraries, followed to their end. */
package io.peertap.operations.result;
