//! What criterion leaves behind, read back into a table.

use crate::failure::{Failure, Outcome};
use crate::workspace::Workspace;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// Removes the estimates of earlier runs, so that the table holds this run only.
pub(super) fn forget(workspace: &Workspace) -> Outcome {
    let dir = folder(workspace);
    match std::fs::remove_dir_all(&dir) {
        Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
            Err(Failure::File { path: dir, source })
        }
        _ => Ok(()),
    }
}

/// Prints a line for every benchmark.
pub(super) fn print(workspace: &Workspace) -> Outcome {
    let mut lines = Vec::new();
    collect(&folder(workspace), &mut lines)?;
    lines.sort();
    println!("| benchmark | median | 95 % interval | throughput |\n|---|---|---|---|");
    lines.iter().for_each(|line| println!("{line}"));
    Ok(())
}

fn folder(workspace: &Workspace) -> PathBuf {
    workspace.target.join("criterion")
}

/// Every folder `…/new` with an estimate and its description.
fn collect(dir: &Path, lines: &mut Vec<String>) -> Outcome {
    let Ok(entries) = std::fs::read_dir(dir) else { return Ok(()) };
    for entry in entries {
        let path = entry.map_err(Failure::file(dir))?.path();
        if path.join("estimates.json").is_file() && path.ends_with("new") {
            let (estimates, about) = (json(&path, "estimates")?, json(&path, "benchmark")?);
            lines.push(table_line(&estimates, &about));
        } else if path.is_dir() {
            collect(&path, lines)?;
        }
    }
    Ok(())
}

fn json(dir: &Path, name: &str) -> Outcome<Value> {
    let path = dir.join(format!("{name}.json"));
    let text = std::fs::read_to_string(&path).map_err(Failure::file(&path))?;
    serde_json::from_str(&text).map_err(|source| Failure::Malformed {
        what: path.display().to_string(),
        why: source.to_string(),
    })
}

fn table_line(estimates: &Value, about: &Value) -> String {
    let median = &estimates["median"];
    let nanoseconds = |value: &Value| value.as_f64().unwrap_or(f64::NAN);
    let middle = nanoseconds(&median["point_estimate"]);
    let bounds = &median["confidence_interval"];
    let per_second = |count: &Value, unit: &str| {
        let rate = count.as_f64().map(|count| count * 1e9 / middle)?;
        let (scaled, prefix) = if rate >= 1e6 { (rate / 1e6, "M") } else { (rate / 1e3, "k") };
        Some(format!("{scaled:.1} {prefix}{unit}/s"))
    };
    let throughput = per_second(&about["throughput"]["Elements"], " messages")
        .or_else(|| per_second(&about["throughput"]["Bytes"], "B"))
        .unwrap_or_else(|| "–".to_owned());
    format!(
        "| {} | {} | {} – {} | {throughput} |",
        about["full_id"].as_str().unwrap_or("?"),
        duration(middle),
        duration(nanoseconds(&bounds["lower_bound"])),
        duration(nanoseconds(&bounds["upper_bound"])),
    )
}

fn duration(nanoseconds: f64) -> String {
    match nanoseconds {
        n if n < 1e3 => format!("{n:.0} ns"),
        n if n < 1e6 => format!("{:.2} µs", n / 1e3),
        n if n < 1e9 => format!("{:.2} ms", n / 1e6),
        n => format!("{:.2} s", n / 1e9),
    }
}

#[cfg(test)]
mod tests {
    use super::table_line;
    use serde_json::json;

    #[test]
    fn an_estimate_becomes_a_line() {
        let estimates = json!({ "median": {
            "point_estimate": 2_000_000.0,
            "confidence_interval": { "lower_bound": 1_900_000.0, "upper_bound": 2_100_000.0 }
        }});
        let about = json!({ "full_id": "decode/desk", "throughput": { "Elements": 1000 } });
        assert_eq!(
            table_line(&estimates, &about),
            "| decode/desk | 2.00 ms | 1.90 ms – 2.10 ms | 500.0 k messages/s |"
        );
    }

    #[test]
    fn without_a_throughput_there_is_a_dash() {
        let estimates = json!({ "median": { "point_estimate": 12.0,
            "confidence_interval": { "lower_bound": 11.0, "upper_bound": 13.0 } }});
        let line = table_line(&estimates, &json!({ "full_id": "apply" }));
        assert_eq!(line, "| apply | 12 ns | 11 ns – 13 ns | – |");
    }
}
