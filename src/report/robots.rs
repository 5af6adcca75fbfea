//! Which user agents are robots: `robots.txt` beside this file.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

/// The list as it is written.
pub const LIST: &str = include_str!("robots.txt");

/// The list, ready to be searched with.
pub struct Robots {
    names: Vec<&'static str>,
    /// The robot of each text.
    robot: Vec<u16>,
    texts: Option<AhoCorasick>,
    /// The day the list was last gone through.
    pub date: &'static str,
}

/// The list that is built into the program.
pub static ROBOTS: LazyLock<Robots> = LazyLock::new(|| Robots::of(LIST));

impl Robots {
    fn of(list: &'static str) -> Robots {
        let (mut names, mut robot, mut texts) = (Vec::new(), Vec::new(), Vec::new());
        for (name, all) in list.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t')) {
            for text in all.split('|').filter(|text| !text.is_empty()) {
                robot.push(names.len() as u16);
                texts.push(text);
            }
            names.push(name);
        }
        let date = list.lines().find_map(|line| line.strip_prefix("# datum: ")).unwrap_or_default();
        let builder = AhoCorasick::builder().ascii_case_insensitive(true).match_kind(MatchKind::Standard).build(texts);
        Robots { names, robot, texts: builder.ok(), date }
    }

    /// The robot that a user agent says it is. No user agent at all is a robot too: every browser sends one.
    pub fn find(&self, agent: &[u8]) -> Option<usize> {
        if agent.is_empty() {
            return Some(self.names.len());
        }
        let found = self.texts.as_ref()?.find_overlapping_iter(agent);
        found.map(|found| usize::from(self.robot[found.pattern().as_usize()])).min()
    }

    /// How many names there are, with that of those without a user agent.
    pub fn count(&self) -> usize {
        self.names.len() + 1
    }

    /// The name of a robot; none for those without a user agent.
    pub fn name(&self, robot: usize) -> Option<&'static str> {
        self.names.get(robot).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn robot(agent: &str) -> Option<&'static str> {
        ROBOTS.find(agent.as_bytes()).map(|robot| ROBOTS.name(robot).unwrap_or("-"))
    }

    #[test]
    fn robots_are_known_by_their_names() {
        assert!(ROBOTS.date.parse::<jiff::civil::Date>().is_ok());
        let agents = [
            ("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "Googlebot"),
            ("Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)", "Bingbot"),
            (
                "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)",
                "OpenAI",
            ),
            ("curl/8.5.0", "curl"),
            ("python-requests/2.32", "Python"),
            (
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/120.0 Safari/537.36",
                "Headless Chrome",
            ),
            ("NyaRobot (spider)", "Others that call themselves robots"),
            ("", "-"),
        ];
        for (agent, name) in agents {
            assert_eq!(robot(agent), Some(name), "{agent}");
        }
    }

    #[test]
    fn browsers_are_none() {
        for agent in [
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
            "Mozilla/5.0 (Linux; Android 14; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36",
            "Mozilla/5.0 (Linux; Android 10; CUBOT NOTE 20) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36",
        ] {
            assert_eq!(robot(agent), None, "{agent}");
        }
    }
}
