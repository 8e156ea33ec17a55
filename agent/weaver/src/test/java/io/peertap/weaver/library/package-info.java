/** A library to hook. Its only class has one method of each kind that hooks tell apart. */
package io.peertap.weaver.library;
