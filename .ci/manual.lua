-- Makes a topic of the manual a page for man(1): the title becomes the page's name, a table a list of terms with what is
-- said of them, and the name of another topic the name of its page.

local text = pandoc.utils.stringify

-- "mlreview help votes" is mlreview-votes(7) to a reader of man pages.
function Code(code)
  local topic = code.text:match("^mlreview help ([a-z-]+)$")
  if topic then return { pandoc.Strong("mlreview-" .. topic), pandoc.Str("(7)") } end
end

-- Paths of the repository lead nowhere from here.
function Link(link)
  if not link.target:match("://") then return link.content end
end

-- The first column is the term, short columns stand behind it, and the rest is what is said.
function Table(tab)
  local simple = pandoc.utils.to_simple_table(tab)
  local items = {}
  local longest = {}
  for _, row in ipairs(simple.rows) do
    for place, cell in ipairs(row) do
      longest[place] = math.max(longest[place] or 0, #text(cell))
    end
  end
  local function inlines(cell) return pandoc.utils.blocks_to_inlines(cell) end
  for _, row in ipairs(simple.rows) do
    local term = pandoc.List({ pandoc.Strong(inlines(row[1])) })
    local said = pandoc.List()
    for place = 2, #row do
      local words = inlines(row[place])
      if #words > 0 then
        if place < #row and longest[place] < 20 then
          term:extend({ pandoc.Str(" "), pandoc.Str("(") })
          term:extend(words)
          term:insert(pandoc.Str(")"))
        else
          if #said > 0 then said:extend({ pandoc.Str(";"), pandoc.Space() }) end
          said:extend(words)
        end
      end
    end
    items[#items + 1] = { term, { { pandoc.Plain(said) } } }
  end
  return pandoc.DefinitionList(items)
end

function Pandoc(doc)
  local title = ""
  local body = pandoc.List()
  for _, block in ipairs(doc.blocks) do
    if block.t == "Header" and block.level == 1 then
      title = text(block)
    elseif block.t == "Header" then
      block.level = block.level - 1
      if block.level == 1 then block.content = { pandoc.Str(text(block):upper()) } end
      body:insert(block)
    else
      body:insert(block)
    end
  end
  local head = pandoc.List({
    pandoc.Header(1, "NAME"),
    pandoc.Para({ pandoc.Str(text(doc.meta.page) .. " - " .. title:sub(1, 1):lower() .. title:sub(2)) }),
  })
  if body[1] and body[1].t ~= "Header" then head:insert(pandoc.Header(1, "DESCRIPTION")) end
  head:extend(body)
  if doc.meta.also then
    head:insert(pandoc.Header(1, "SEE ALSO"))
    head:insert(pandoc.Para({ pandoc.Strong(text(doc.meta.also)), pandoc.Str("(1)") }))
  end
  return pandoc.Pandoc(head, doc.meta)
end
