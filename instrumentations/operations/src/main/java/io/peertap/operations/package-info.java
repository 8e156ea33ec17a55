/** The application's own operations, chosen by rule or by convention. */
package io.peertap.operations;
