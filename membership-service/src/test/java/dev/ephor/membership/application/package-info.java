/** What is done at directories: in which order, how often, and what becomes of failures. */
package dev.ephor.membership.application;
