/** Rules that change while the application runs. */
package io.peertap.operations.reload;
