/** Which connectors are open, and until when. */
package dev.ephor.membership.config;
