package dev.ephor.request.application;

import java.time.Instant;

/** Something is to be said of an eligibility at an instant that was not known before. */
record EligibilityChanged(Instant due) {}
