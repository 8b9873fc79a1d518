//! Customer text as text: entities decoded once, addresses checked, devices shortened.

use url::Url;

/// Decodes the five XML entities once; `&amp;lt;` becomes `&lt;` and stays so.
///
/// Some servers deliver `<` and `>` as entities; the result is shown as text, never as markup.
pub fn decode_entities(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    const ENTITIES: [(&str, char); 5] =
        [("&lt;", '<'), ("&gt;", '>'), ("&amp;", '&'), ("&quot;", '"'), ("&apos;", '\'')];
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        decoded.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some((entity, plain)) = ENTITIES.iter().find(|(entity, _)| rest.starts_with(entity))
        {
            decoded.push(*plain);
            rest = &rest[entity.len()..];
        } else {
            decoded.push('&');
            rest = &rest[1..];
        }
    }
    decoded.push_str(rest);
    decoded
}

/// The address to open, when the text is an http or https address; a bare host such as
/// `www.example.org` counts as one, for customers need not write `http://` (chapter 8).
pub fn web_address(text: &str) -> Option<Url> {
    let text = text.trim();
    if text.is_empty() || text.contains(char::is_whitespace) {
        return None;
    }
    let url = match Url::parse(text) {
        Ok(url) if matches!(url.scheme(), "http" | "https") => url,
        // `localhost:8080` parses as scheme and path; anything with another scheme is refused.
        Ok(_) | Err(url::ParseError::RelativeUrlWithoutBase)
            if text.contains('.') && !has_scheme(text) =>
        {
            Url::parse(&format!("http://{text}")).ok()?
        }
        _ => return None,
    };
    (url.has_host() && url.username().is_empty() && url.password().is_none()).then_some(url)
}

fn has_scheme(text: &str) -> bool {
    text.contains("://") || text.split_once(':').is_some_and(|(head, _)| !head.contains('.'))
}

/// Browser and system out of a `deviceType` (a user agent), or its beginning.
pub fn device(user_agent: &str) -> String {
    const BROWSERS: [(&str, &str); 6] = [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
        ("Trident/", "Internet Explorer"),
    ];
    const SYSTEMS: [(&str, &str); 6] = [
        ("Windows", "Windows"),
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ];
    let find = |table: &[(&str, &'static str)]| {
        table.iter().find(|(mark, _)| user_agent.contains(mark)).map(|(_, name)| *name)
    };
    match (find(&BROWSERS), find(&SYSTEMS)) {
        (Some(browser), Some(system)) => format!("{browser} on {system}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => user_agent.trim().chars().take(40).collect(),
    }
}

/// The first `limit` characters on one line, with an ellipsis when something was cut.
pub fn excerpt(text: &str, limit: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= limit {
        return line;
    }
    line.chars().take(limit).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::{decode_entities, device, excerpt, web_address};

    #[test]
    fn entities_are_decoded_once() {
        for (sent, shown) in [
            ("1 &lt; 2", "1 < 2"),
            ("&amp;lt;", "&lt;"),
            ("&quot;a&apos;", "\"a'"),
            ("fish & chips", "fish & chips"),
            ("&copy; &", "&copy; &"),
        ] {
            assert_eq!(decode_entities(sent), shown);
        }
    }

    #[test]
    fn only_web_addresses_open() {
        for (text, address) in [
            ("https://example.org/a?b=c", Some("https://example.org/a?b=c")),
            ("www.example.org", Some("http://www.example.org/")),
            ("example.org:8080/x", Some("http://example.org:8080/x")),
            ("javascript:alert(1)", None),
            ("file:///etc/passwd", None),
            ("ftp://example.org", None),
            ("http://user:pw@example.org", None),
            ("javascript:alert.x", None),
            ("hello there.", None),
            ("", None),
        ] {
            assert_eq!(web_address(text).map(String::from).as_deref(), address, "{text}");
        }
    }

    #[test]
    fn devices_are_short() {
        let chrome = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0 Safari/537.36";
        assert_eq!(device(chrome), "Chrome on Windows");
        assert_eq!(device("kiosk"), "kiosk");
    }

    #[test]
    fn excerpts_are_one_line() {
        assert_eq!(excerpt("a\nb  c", 10), "a b c");
        assert_eq!(excerpt("abcdef", 3), "abc…");
    }
}
