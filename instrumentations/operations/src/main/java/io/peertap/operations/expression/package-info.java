/** What rules may ask of arguments, results and fields, and how results become outcomes. */
package io.peertap.operations.expression;
