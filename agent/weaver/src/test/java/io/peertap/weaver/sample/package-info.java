/** A module that hooks the library. Its advice write into system properties, which all loaders share. */
package io.peertap.weaver.sample;
