//! `xs:dateTime` in and out, without a clock.

use std::fmt;

/// Milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EpochMillis(pub i64);

/// First and last instant that `xs:dateTime` can write with a four-digit year.
const YEAR_1: i64 = -62_135_596_800_000;
const END_OF_YEAR_9999: i64 = 253_402_300_799_999;

const DAY: i64 = 86_400_000;

impl fmt::Display for EpochMillis {
    /// `xs:dateTime` in UTC, such as `2026-03-04T10:15:30.123Z`; clamped to the years 1 to 9999.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let millis = self.0.clamp(YEAR_1, END_OF_YEAR_9999);
        let (year, month, day) = civil_from_days(millis.div_euclid(DAY));
        let rest = millis.rem_euclid(DAY);
        let (hour, minute) = (rest / 3_600_000, rest / 60_000 % 60);
        let (second, milli) = (rest / 1000 % 60, rest % 1000);
        write!(f, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")?;
        if milli != 0 {
            write!(f, ".{milli:03}")?;
        }
        f.write_str("Z")
    }
}

/// A received `xs:dateTime`: the text, and the instant where it can be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateTime {
    /// As received.
    pub text: String,
    /// The instant; `None` if the text is no `xs:dateTime` or has no zone (guessing one would
    /// order events wrongly).
    pub instant: Option<EpochMillis>,
}

impl DateTime {
    /// Reads a text; never fails.
    pub fn from_wire(text: &str) -> Self {
        let text = text.trim();
        Self { text: text.to_owned(), instant: parse(text) }
    }
}

fn parse(text: &str) -> Option<EpochMillis> {
    let (date, time) = text.split_once('T')?;
    let [year, month, day] = numbers(date, '-')?;
    let (clock, offset_minutes) = split_zone(time)?;
    let (whole, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    let [hour, minute, second] = numbers(whole, ':')?;
    let in_range = (1..=9999).contains(&year)
        && (1..=12).contains(&month)
        && (1..=days_in_month(year, month)).contains(&day)
        && minute < 60
        && second <= 60
        && (hour < 24 || (hour == 24 && minute == 0 && second == 0));
    if !in_range {
        return None;
    }
    let seconds = (hour * 60 + minute - offset_minutes) * 60 + second;
    let day_millis = days_from_civil(year, month, day) * DAY;
    Some(EpochMillis(day_millis + seconds * 1000 + millis_of(fraction)?))
}

fn numbers(text: &str, separator: char) -> Option<[i64; 3]> {
    let mut parts = text.split(separator).map(number);
    let found = [parts.next()??, parts.next()??, parts.next()??];
    parts.next().is_none().then_some(found)
}

/// Two to four digits and nothing else.
fn number(text: &str) -> Option<i64> {
    let is_short_number = (2..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    is_short_number.then(|| text.parse().ok()).flatten()
}

fn split_zone(time: &str) -> Option<(&str, i64)> {
    if let Some(clock) = time.strip_suffix('Z') {
        return Some((clock, 0));
    }
    let at = time.rfind(['+', '-'])?;
    let (hours, minutes) = time[at + 1..].split_once(':')?;
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    if hours > 14 || minutes > 59 {
        return None;
    }
    let minutes = hours * 60 + minutes;
    Some((&time[..at], if time[at..].starts_with('-') { -minutes } else { minutes }))
}

fn millis_of(fraction: &str) -> Option<i64> {
    if fraction.is_empty() || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let digits: String = fraction.chars().chain("000".chars()).take(3).collect();
    digits.parse().ok()
}

fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1970-01-01 in the proleptic Gregorian calendar; years are counted from March so
/// that the leap day is the last day of a year.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let month_from_march = (month + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
    year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + day_of_year
        - 719_468
}

/// The inverse of [`days_from_civil`].
fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = (month_from_march + 2) % 12 + 1;
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests;
